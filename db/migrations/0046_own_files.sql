CREATE TABLE `imported_claims` (
	`claim_id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`claim_there` integer NOT NULL,
	`state` text NOT NULL,
	`cells` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imported_claims_there` ON `imported_claims` (`claim_there`);--> statement-breakpoint
CREATE TABLE `imported_evidence` (
	`evidence_id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`source_there` integer NOT NULL,
	`cells` text NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imported_evidence_source` ON `imported_evidence` (`import_id`,`source_there`);--> statement-breakpoint
CREATE TABLE `imported_versions` (
	`import_id` integer NOT NULL,
	`article_there` integer NOT NULL,
	`number` integer NOT NULL,
	`article_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	PRIMARY KEY(`import_id`, `article_there`, `number`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `import_rows` ADD `evidence_id` integer REFERENCES evidence(id);--> statement-breakpoint
ALTER TABLE `imports` ADD `format` text DEFAULT 'table' NOT NULL;
CREATE TABLE `import_pieces` (
	`import_id` integer NOT NULL,
	`number` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`import_id`, `number`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`line` integer NOT NULL,
	`key` text NOT NULL,
	`claim_id` integer,
	`check_id` integer,
	PRIMARY KEY(`import_id`, `row`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`check_id`) REFERENCES `outside_checks`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_rows_one" CHECK((claim_id is null) <> (check_id is null))
);
--> statement-breakpoint
CREATE INDEX `import_rows_key` ON `import_rows` (`key`);--> statement-breakpoint
CREATE INDEX `import_rows_claim` ON `import_rows` (`claim_id`);--> statement-breakpoint
CREATE INDEX `import_rows_check` ON `import_rows` (`check_id`);--> statement-breakpoint
CREATE TABLE `imported_verdicts` (
	`claim_id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`line` integer NOT NULL,
	`rating_id` integer,
	`label` text NOT NULL,
	`rationale` text NOT NULL,
	`checked_on` text,
	`checker` text,
	`url` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rating_id`) REFERENCES `ratings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`encoding` text NOT NULL,
	`delimiter` text NOT NULL,
	`header_key` text NOT NULL,
	`columns` text NOT NULL,
	`plan` text NOT NULL,
	`outcome` text NOT NULL,
	`target` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`row_count` integer NOT NULL,
	`done_rows` integer DEFAULT 0 NOT NULL,
	`added` integer DEFAULT 0 NOT NULL,
	`already` integer DEFAULT 0 NOT NULL,
	`left_out` integer DEFAULT 0 NOT NULL,
	`undone` integer DEFAULT 0 NOT NULL,
	`kept` integer DEFAULT 0 NOT NULL,
	`undone_row` integer DEFAULT 0 NOT NULL,
	`article_id` integer,
	`version_id` integer,
	`article_row` integer,
	`added_by_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`started_at` text,
	`finished_at` text,
	`undone_at` text,
	`undone_by_id` integer,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_state" CHECK(state in ('draft', 'running', 'finished', 'undoing', 'undone')),
	CONSTRAINT "imports_target" CHECK(target in ('claims', 'checks'))
);
--> statement-breakpoint
CREATE INDEX `imports_header` ON `imports` (`header_key`,`id`);
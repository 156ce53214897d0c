CREATE TABLE `editions` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`number` integer NOT NULL,
	`why` text NOT NULL,
	`content` text NOT NULL,
	`sha256` text NOT NULL,
	`note` text,
	`decision_id` integer,
	`correction_id` integer,
	`event_seq` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by_id` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`correction_id`) REFERENCES `corrections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_seq`) REFERENCES `events`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "editions_why" CHECK(why in ('published', 'renewed', 'corrected', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_number` ON `editions` (`claim_id`,`number`);--> statement-breakpoint
CREATE INDEX `editions_newest` ON `editions` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `public_claims` (
	`claim_id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`number` integer NOT NULL,
	`slug` text NOT NULL,
	`state` text NOT NULL,
	`place` integer NOT NULL,
	`edition_id` integer NOT NULL,
	`published_at` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "public_claims_state" CHECK(state in ('published', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `public_claims_number` ON `public_claims` (`report_id`,`number`);--> statement-breakpoint
CREATE INDEX `public_claims_newest` ON `public_claims` (`published_at`,`report_id`,`number`);--> statement-breakpoint
CREATE TABLE `public_facets` (
	`facet` text NOT NULL,
	`value` text NOT NULL,
	`claim_id` integer NOT NULL,
	PRIMARY KEY(`facet`, `value`, `claim_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `public_claims`(`claim_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `public_facets_claim` ON `public_facets` (`claim_id`);--> statement-breakpoint
CREATE TABLE `public_stamp` (
	`id` integer PRIMARY KEY NOT NULL,
	`n` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `report_slugs` (
	`slug` text PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`slug` text NOT NULL,
	`article` text NOT NULL,
	`published_at` text,
	`changed_at` text NOT NULL,
	`unpublished_at` text,
	`public_note` text,
	`other_claims` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_articleId_unique` ON `reports` (`article_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reports_slug_unique` ON `reports` (`slug`);--> statement-breakpoint
ALTER TABLE `settings` ADD `show_names` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `method` text;
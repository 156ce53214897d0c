CREATE TABLE `source_flag_claims` (
	`flag_id` integer NOT NULL,
	`claim_id` integer NOT NULL,
	PRIMARY KEY(`flag_id`, `claim_id`),
	FOREIGN KEY (`flag_id`) REFERENCES `source_flags`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `source_flag_claims_claim` ON `source_flag_claims` (`claim_id`);--> statement-breakpoint
CREATE TABLE `source_flags` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`look_id` integer NOT NULL,
	`why` text NOT NULL,
	`created_at` text NOT NULL,
	`cleared_at` text,
	`cleared_by_id` integer,
	`cleared_note` text,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`look_id`) REFERENCES `source_looks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cleared_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_flags_cleared" CHECK((cleared_at is null) = (cleared_by_id is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_flags_open` ON `source_flags` (`source_id`,`why`) WHERE cleared_at is null;--> statement-breakpoint
CREATE TABLE `source_looks` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`at` text NOT NULL,
	`outcome` text NOT NULL,
	`message` text,
	`address` text NOT NULL,
	`final_address` text,
	`text_sha256` text,
	`lost` text NOT NULL,
	`compared_id` integer,
	`kept_id` integer,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`compared_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `source_looks_source` ON `source_looks` (`source_id`,`id`);--> statement-breakpoint
CREATE TABLE `source_watches` (
	`source_id` integer PRIMARY KEY NOT NULL,
	`is_on` integer NOT NULL,
	`changed_by_id` integer,
	`changed_at` text NOT NULL,
	`next_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `source_watches_due` ON `source_watches` (`is_on`,`next_at`);--> statement-breakpoint
CREATE TABLE `watched_hosts` (
	`origin` text PRIMARY KEY NOT NULL,
	`free_at` text NOT NULL,
	`quiet_until` text,
	`robots` text,
	`robots_text` text,
	`robots_problem` text,
	`robots_at` text
);
--> statement-breakpoint
CREATE TABLE `watching` (
	`id` integer PRIMARY KEY NOT NULL,
	`is_on` integer NOT NULL,
	`every_hours` integer NOT NULL,
	`switched_at` text NOT NULL,
	CONSTRAINT "watching_one" CHECK(id = 1)
);

CREATE TABLE `bulk_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`change` text NOT NULL,
	`list` text NOT NULL,
	`claims` integer NOT NULL,
	`state` text DEFAULT 'running' NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`left` integer DEFAULT 0 NOT NULL,
	`restored` integer DEFAULT 0 NOT NULL,
	`kept` integer DEFAULT 0 NOT NULL,
	`made_by_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`finished_at` text,
	`undone_by_id` integer,
	`undone_at` text,
	FOREIGN KEY (`made_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bulk_changes_state" CHECK(state in ('running', 'finished', 'undoing', 'undone'))
);
--> statement-breakpoint
CREATE TABLE `bulk_chosen` (
	`bulk_id` integer PRIMARY KEY NOT NULL,
	`claims` text NOT NULL,
	FOREIGN KEY (`bulk_id`) REFERENCES `bulk_changes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `bulk_outcomes` (
	`bulk_id` integer NOT NULL,
	`place` integer NOT NULL,
	`claim_id` integer NOT NULL,
	`why` text,
	`before` text,
	`after` text,
	PRIMARY KEY(`bulk_id`, `place`),
	FOREIGN KEY (`bulk_id`) REFERENCES `bulk_changes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bulk_outcomes_one" CHECK((why is null) = (before is not null) and (before is null) = (after is null))
);
--> statement-breakpoint
CREATE INDEX `bulk_outcomes_left` ON `bulk_outcomes` (`bulk_id`,`place`) WHERE why is not null;--> statement-breakpoint
CREATE TABLE `bulk_undos` (
	`bulk_id` integer NOT NULL,
	`place` integer NOT NULL,
	`why` text,
	PRIMARY KEY(`bulk_id`, `place`),
	FOREIGN KEY (`bulk_id`) REFERENCES `bulk_changes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bulk_undos_kept` ON `bulk_undos` (`bulk_id`,`place`) WHERE why is not null;
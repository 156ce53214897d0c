CREATE TABLE `list_columns` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`columns` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `saved_lists` (
	`id` integer PRIMARY KEY NOT NULL,
	`owner_id` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`query` text NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	`removed_at` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_lists_mine` ON `saved_lists` (`owner_id`,`name_key`);--> statement-breakpoint
CREATE INDEX `saved_lists_shared` ON `saved_lists` (`name_key`,`id`) WHERE shared and removed_at is null;--> statement-breakpoint
ALTER TABLE `claims` ADD `assignee_key` text DEFAULT '􏿿' NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `statement_key` text GENERATED ALWAYS AS (lower(substr(statement, 1, 80))) VIRTUAL;--> statement-breakpoint
CREATE INDEX `claims_by_assignee` ON `claims` (`assignee_key`,`id`,`state`);--> statement-breakpoint
CREATE INDEX `claims_by_statement` ON `claims` (`statement_key`,`id`,`state`);
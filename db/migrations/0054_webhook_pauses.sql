PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_notifications` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`reason` text NOT NULL,
	`seq` integer NOT NULL,
	`claim_id` integer,
	`created_at` text NOT NULL,
	`read_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seq`) REFERENCES `events`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_notifications`("id", "person_id", "reason", "seq", "claim_id", "created_at", "read_at") SELECT "id", "person_id", "reason", "seq", "claim_id", "created_at", "read_at" FROM `notifications`;--> statement-breakpoint
DROP TABLE `notifications`;--> statement-breakpoint
ALTER TABLE `__new_notifications` RENAME TO `notifications`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_once` ON `notifications` (`person_id`,`seq`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`person_id`,`id`) WHERE read_at is null;--> statement-breakpoint
CREATE INDEX `notifications_claim` ON `notifications` (`person_id`,`claim_id`);--> statement-breakpoint
ALTER TABLE `jobs` ADD `lane` text;--> statement-breakpoint
CREATE INDEX `jobs_lane` ON `jobs` (`kind`,`lane`,`id`) WHERE lane is not null and state in ('waiting', 'running');--> statement-breakpoint
ALTER TABLE `webhooks` ADD `failing_since` text;--> statement-breakpoint
ALTER TABLE `webhooks` ADD `paused_at` text;--> statement-breakpoint
ALTER TABLE `webhooks` ADD `paused_why` text;
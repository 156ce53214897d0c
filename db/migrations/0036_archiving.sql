CREATE TABLE `archive_requests` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`address` text NOT NULL,
	`asked_by_id` integer NOT NULL,
	`asked_at` text NOT NULL,
	`state` text NOT NULL,
	`remote_id` text,
	`archived_url` text,
	`problem` text,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "archive_requests_kept" CHECK((state = 'kept') = (archived_url is not null))
);
--> statement-breakpoint
CREATE INDEX `archive_requests_source` ON `archive_requests` (`source_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `archive_requests_open` ON `archive_requests` (`source_id`) WHERE state in ('asked', 'waiting');
CREATE TABLE `source_mergers` (
	`id` integer PRIMARY KEY NOT NULL,
	`gone_id` integer NOT NULL,
	`kept_id` integer NOT NULL,
	`evidence` text NOT NULL,
	`origins` text NOT NULL,
	`before` text NOT NULL,
	`kept_version` integer NOT NULL,
	`merged_at` text NOT NULL,
	`merged_by_id` integer NOT NULL,
	`undone_at` text,
	`undone_by_id` integer,
	FOREIGN KEY (`gone_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `source_mergers_gone` ON `source_mergers` (`gone_id`,`id`);--> statement-breakpoint
CREATE INDEX `source_mergers_kept` ON `source_mergers` (`kept_id`,`id`);--> statement-breakpoint
CREATE TABLE `source_revisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`confidential` integer NOT NULL,
	`seq` integer NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_revisions_seq_unique` ON `source_revisions` (`seq`);--> statement-breakpoint
CREATE INDEX `source_revisions_source` ON `source_revisions` (`source_id`,`id`);--> statement-breakpoint
ALTER TABLE `sources` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `origin_id` integer REFERENCES sources(id);--> statement-breakpoint
ALTER TABLE `sources` ADD `title_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sources` ADD `publisher_key` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `use_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sources` ADD `merged_into_id` integer REFERENCES sources(id);--> statement-breakpoint
CREATE INDEX `sources_title` ON `sources` (`title_key`,`id`);--> statement-breakpoint
CREATE INDEX `sources_publisher` ON `sources` (`publisher_key`,`title_key`);--> statement-breakpoint
CREATE INDEX `sources_used` ON `sources` (`use_count`,`id`);--> statement-breakpoint
CREATE INDEX `sources_added_by` ON `sources` (`added_by_id`,`id`);--> statement-breakpoint
CREATE INDEX `sources_origin` ON `sources` (`origin_id`) WHERE origin_id is not null;--> statement-breakpoint
CREATE INDEX `sources_merged` ON `sources` (`merged_into_id`) WHERE merged_into_id is not null;
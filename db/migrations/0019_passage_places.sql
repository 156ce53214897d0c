ALTER TABLE `evidence` ADD `snapshot_id` integer REFERENCES snapshots(id);--> statement-breakpoint
ALTER TABLE `evidence` ADD `passage_start` integer;--> statement-breakpoint
ALTER TABLE `evidence` ADD `passage_end` integer;--> statement-breakpoint
ALTER TABLE `evidence` ADD `passage_match` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `passage_there` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `passage_last_in` integer REFERENCES snapshots(id);
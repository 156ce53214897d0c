CREATE TABLE `copies_to_index` (
	`snapshot_id` integer PRIMARY KEY NOT NULL,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `copy_pieces` (
	`id` integer PRIMARY KEY NOT NULL,
	`snapshot_id` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`first_byte` integer NOT NULL,
	`bytes` integer NOT NULL,
	`unspaced` integer NOT NULL,
	`closed` integer NOT NULL,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `copy_pieces_snapshot` ON `copy_pieces` (`snapshot_id`);
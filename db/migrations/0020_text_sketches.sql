CREATE TABLE `text_marks` (
	`mark` integer NOT NULL,
	`snapshot_id` integer NOT NULL,
	PRIMARY KEY(`mark`, `snapshot_id`),
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `text_sketches` (
	`snapshot_id` integer PRIMARY KEY NOT NULL,
	`scale` integer NOT NULL,
	`hashes` blob NOT NULL,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action
);

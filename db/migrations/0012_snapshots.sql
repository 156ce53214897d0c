CREATE TABLE `blob_pieces` (
	`sha256` text NOT NULL,
	`number` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`sha256`, `number`),
	FOREIGN KEY (`sha256`) REFERENCES `blobs`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `blobs` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `snapshot_texts` (
	`snapshot_id` integer PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`blocks` text NOT NULL,
	`pages` text,
	`problem` text,
	`sha256` text NOT NULL,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `snapshots` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`sha256` text NOT NULL,
	`media_type` text NOT NULL,
	`charset` text,
	`size` integer NOT NULL,
	`origin` text NOT NULL,
	`address` text,
	`final_address` text,
	`file_name` text,
	`declared_type` text,
	`captured_at` text NOT NULL,
	`captured_by_id` integer,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `blobs`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`captured_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "snapshots_origin" CHECK(origin in ('fetch', 'upload', 'paste'))
);
--> statement-breakpoint
CREATE INDEX `snapshots_source` ON `snapshots` (`source_id`,`id`);--> statement-breakpoint
CREATE INDEX `snapshots_sha256` ON `snapshots` (`sha256`);--> statement-breakpoint
ALTER TABLE `settings` ADD `snapshot_quota` integer DEFAULT 10000 NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `snapshot_bytes` integer DEFAULT 0 NOT NULL;
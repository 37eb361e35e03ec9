package io.satisflow.local.live;

import io.satisflow.local.live.door.HttpDoor;
import io.satisflow.local.live.door.RawRecordStore;
import io.satisflow.local.live.input.RawTopics;
import io.satisflow.settings.ChannelSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The door for HTTP of a live run, where one is asked for. */
record HttpDoorway(Optional<HttpDoor> door) implements AutoCloseable {

    static HttpDoorway open(OptionalInt port, List<ChannelSettings> channels, RawTopics raw, LiveView view) {
        if (port.isEmpty()) {
            return new HttpDoorway(Optional.empty());
        }
        HttpDoor door = HttpDoor.open(port.getAsInt(), channels, new RawRecordStore(raw), Instant::now, System::getenv);
        view.notice("Records may be posted to http://127.0.0.1:%d/in/<channel>.".formatted(door.port()));
        door.closed().forEach(why -> view.notice("Note: " + why));
        return new HttpDoorway(Optional.of(door));
    }

    @Override
    public void close() {
        door.ifPresent(HttpDoor::close);
    }
}

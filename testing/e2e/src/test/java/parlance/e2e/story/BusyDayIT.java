package parlance.e2e.story;

import static parlance.e2e.client.Story.story;

import java.util.List;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.ObservedDevice;

/** Clients that listen need not ask (protocol 3.4). */
class BusyDayIT {

    private static final long SEED = 20_260_101;
    private static final int ACTS = 200;

    @Test
    void whatEveryClientHasHeardIsWhatTheListsSay() throws Exception {
        story((ann, bob, cat) -> {
            ann.connects("tablet");
            bob.connects("laptop");
            var devices =
                    ObservedDevice.all(
                            ann.devices().get(0),
                            ann.devices().get(1),
                            bob.devices().get(0),
                            bob.devices().get(1),
                            cat.first());
            var chats = List.of(ann.createsGroup("Team", bob, cat), ann.opensConversationWith(bob));
            var day = new BusyDay(SEED, devices, chats);

            day.goesOn(ACTS);

            // What is said last has everything else before it.
            for (var chat : chats) {
                var last = devices.getFirst().sends(chat, "good night");
                for (var device : devices) {
                    if (day.chatsOf(device).contains(chat)) {
                        device.awaits(chat, last);
                        device.compare(chat);
                    }
                }
            }
        });
    }
}

package parlance.e2e;

import parlance.testing.client.ChatClient;
import parlance.testing.client.Dial;

/** Tells a story to the shared suite, with as many people as it names. */
final class Story {

    private Story() {}

    interface OfOne {
        void tell(Person ann) throws Exception;
    }

    interface OfTwo {
        void tell(Person ann, Person bob) throws Exception;
    }

    interface OfThree {
        void tell(Person ann, Person bob, Person cat) throws Exception;
    }

    interface OfAStranger {
        void tell(ChatClient stranger) throws Exception;
    }

    static void story(OfOne story) throws Exception {
        try (var cast = Cast.of(TestSuite.shared())) {
            story.tell(cast.enters("ann"));
        }
    }

    static void story(OfTwo story) throws Exception {
        try (var cast = Cast.of(TestSuite.shared())) {
            story.tell(cast.enters("ann"), cast.enters("bob"));
        }
    }

    static void story(OfThree story) throws Exception {
        try (var cast = Cast.of(TestSuite.shared())) {
            story.tell(cast.enters("ann"), cast.enters("bob"), cast.enters("cat"));
        }
    }

    /** Somebody has opened a socket, and is not signed in. */
    static void stranger(OfAStranger story) throws Exception {
        try (var socket = Dial.to(TestSuite.shared().frontDoor()).open()) {
            story.tell(socket);
        }
    }
}

package parlance.e2e.client;

import parlance.testing.client.ChatClient;
import parlance.testing.client.WebSocketDialer;

/** Runs a story on the shared suite, with as many test users as it names. */
public final class Story {

    private Story() {}

    public interface OfOne {
        void tell(Person ann) throws Exception;
    }

    public interface OfTwo {
        void tell(Person ann, Person bob) throws Exception;
    }

    public interface OfThree {
        void tell(Person ann, Person bob, Person cat) throws Exception;
    }

    public interface OfAStranger {
        void tell(ChatClient stranger) throws Exception;
    }

    public static void story(OfOne story) throws Exception {
        try (var testUsers = TestUsers.of(TestSuite.shared())) {
            story.tell(testUsers.enters("ann"));
        }
    }

    public static void story(OfTwo story) throws Exception {
        try (var testUsers = TestUsers.of(TestSuite.shared())) {
            story.tell(testUsers.enters("ann"), testUsers.enters("bob"));
        }
    }

    public static void story(OfThree story) throws Exception {
        try (var testUsers = TestUsers.of(TestSuite.shared())) {
            story.tell(testUsers.enters("ann"), testUsers.enters("bob"), testUsers.enters("cat"));
        }
    }

    /** Runs a story on a socket that is not signed in. */
    public static void stranger(OfAStranger story) throws Exception {
        try (var socket = WebSocketDialer.to(TestSuite.shared().frontDoor()).open()) {
            story.tell(socket);
        }
    }
}

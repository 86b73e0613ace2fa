package parlance.e2e.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import parlance.local.launcher.Suite;

/**
 * The test users of one story. Their connections spread over the gateways, and close when the story
 * ends.
 */
public final class TestUsers implements AutoCloseable {

    private final URI door;
    private final List<URI> gateways;
    private final List<Person> people = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    private TestUsers(URI door, List<URI> gateways) {
        this.door = door;
        this.gateways = gateways;
    }

    /** Everybody comes in at the front door. */
    public static TestUsers of(Suite suite) {
        return new TestUsers(suite.frontDoor(), List.of(suite.frontDoor()));
    }

    /** Everybody comes in at the next gateway. */
    public static TestUsers spreadOver(Suite suite) {
        var gateways = suite.runningReplicas("gateway").stream().map(suite::http).toList();
        return new TestUsers(suite.frontDoor(), gateways);
    }

    /** A new account, whose login begins with this name. */
    public Person enters(String name) {
        return entersAt(name, nextGateway());
    }

    public Person entersAt(String name, URI gateway) {
        var login = name + "-" + UUID.randomUUID().toString().substring(0, 13);
        var person = Person.signUp(login, door, gateway);
        people.add(person);
        return person;
    }

    public URI nextGateway() {
        return gateways.get(next.getAndIncrement() % gateways.size());
    }

    @Override
    public void close() {
        people.forEach(Person::close);
    }
}

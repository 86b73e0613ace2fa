package parlance.local.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplicaTest {

    @Test
    void aNameIsReadBack() {
        var replica = new Replica(new Service("message"), 2);

        assertThat(Replica.parse(replica.name())).contains(replica);
    }

    @Test
    void aServerIsNotAReplica() {
        assertThat(Replica.parse("kafka")).isEmpty();
        assertThat(Replica.parse("s3")).isEmpty();
    }
}

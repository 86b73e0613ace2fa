package parlance.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something happened that other services want to know. Events of one kind are a sealed interface in
 * one file; on a compacted topic they carry whole states with a version, never differences.
 */
public interface Event {

    @JsonIgnore
    Topic topic();

    /** Events of one key are read in the order in which they were published. */
    @JsonIgnore
    String key();
}

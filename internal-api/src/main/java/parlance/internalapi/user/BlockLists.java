package parlance.internalapi.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.UserId;

/** Whom some users block at present; one list for each user that was asked for. */
public record BlockLists(@JsonProperty("lists") List<BlockedBy> lists) {

    /** Whom one user blocks. */
    public record BlockedBy(
            @JsonProperty("owner") UserId owner, @JsonProperty("blocked") List<UserId> blocked) {}
}

package dev.layerscope.git.read;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Revision;
import dev.layerscope.git.version.VersionConstraint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * What a target revision names, by Argo CD's rules over the refs as last fetched (specification
 * §7.4).
 */
final class RevisionReading {
  private static final Pattern COMMIT = Pattern.compile("[0-9A-Fa-f]{40}");
  private static final Pattern ABBREVIATED = Pattern.compile("[0-9A-Fa-f]{7,39}");

  private final Repository repository;
  private final Refs refs;
  private final BranchReading branches;

  RevisionReading(Repository repository, Refs refs, BranchReading branches) {
    this.repository = repository;
    this.refs = refs;
    this.branches = branches;
  }

  Resolution resolve(String asked, String tagPrefix, Optional<String> defaultBranch) {
    if (COMMIT.matcher(asked).matches()) {
      String commit = asked.toLowerCase(Locale.ROOT);
      return resolved(commit, asked, commit);
    }
    String name = version(asked, tagPrefix);
    if (name.equals(Constants.HEAD)) {
      return defaultBranch
          .flatMap(branches::branch)
          .map(branch -> resolved(branch.commit(), asked, branches.ref(branch)))
          .orElseGet(() -> unresolved(asked));
    }
    return byName(name, asked).or(() -> abbreviated(asked)).orElseGet(() -> unresolved(asked));
  }

  /**
   * A constraint becomes the highest tag in its range; everything else, and a range without a tag,
   * stays as it is.
   */
  private String version(String asked, String tagPrefix) {
    if (tagPrefix.isEmpty() && !VersionConstraint.isConstraint(asked)) {
      return asked; // the common case: no need to read the tags
    }
    var tags = new ArrayList<String>();
    for (String tag : refs.names(Constants.R_TAGS)) {
      if (tag.startsWith(tagPrefix)) {
        tags.add(tag.substring(tagPrefix.length()));
      }
    }
    return VersionConstraint.highest(asked, tags).map(tag -> tagPrefix + tag).orElse(asked);
  }

  private Optional<Resolution> byName(String name, String asked) {
    if (name.startsWith(Constants.R_HEADS)) {
      return branches
          .branchByFullName(name.substring(Constants.R_HEADS.length()))
          .map(b -> branch(b, asked));
    }
    if (name.startsWith(Constants.R_TAGS)) {
      return refs.commit(name).map(tag -> resolved(tag.name(), asked, name));
    }
    if (name.startsWith(Constants.R_REFS)) {
      return onDemand(name.substring(Constants.R_REFS.length()), asked);
    }
    Optional<Branch> branch = branches.branch(name);
    Optional<Revision> tag =
        refs.commit(Constants.R_TAGS + name)
            .map(id -> new Revision(id.name(), asked, Constants.R_TAGS + name));
    if (branch.isPresent() && tag.isPresent()) {
      return Optional.of(new Resolution.Ambiguous(revision(branch.get(), asked), tag.get()));
    }
    return branch
        .<Resolution>map(found -> branch(found, asked))
        .or(() -> tag.map(Resolution.Resolved::new))
        .or(() -> onDemand(name, asked));
  }

  /** Refs such as {@code pull/7/head}: they are here only when somebody asked for them. */
  private Optional<Resolution> onDemand(String name, String asked) {
    for (String ref : List.of(Refs.FETCHED + name, Constants.R_REFS + name)) {
      boolean advertised =
          !name.startsWith("heads/") && !name.startsWith("tags/") && !name.startsWith("remotes/");
      Optional<ObjectId> commit =
          advertised && Repository.isValidRefName(ref) ? refs.commit(ref) : Optional.empty();
      if (commit.isPresent()) {
        return Optional.of(resolved(commit.get().name(), asked, ref));
      }
    }
    return Optional.empty();
  }

  private Optional<Resolution> abbreviated(String asked) {
    if (!ABBREVIATED.matcher(asked).matches()) {
      return Optional.empty();
    }
    try (ObjectReader reader = repository.newObjectReader()) {
      var commits = new ArrayList<ObjectId>();
      for (ObjectId id :
          reader.resolve(AbbreviatedObjectId.fromString(asked.toLowerCase(Locale.ROOT)))) {
        if (reader.open(id).getType() == Constants.OBJ_COMMIT) {
          commits.add(id);
        }
      }
      return commits.size() == 1
          ? Optional.of(resolved(commits.getFirst().name(), asked, commits.getFirst().name()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look up " + asked, e);
    }
  }

  private Resolution branch(Branch branch, String asked) {
    return new Resolution.Resolved(revision(branch, asked));
  }

  private Revision revision(Branch branch, String asked) {
    return new Revision(branch.commit(), asked, branches.ref(branch));
  }

  private static Resolution resolved(String commit, String asked, String ref) {
    return new Resolution.Resolved(new Revision(commit, asked, ref));
  }

  private static Resolution unresolved(String asked) {
    return new Resolution.Unresolved("unable to resolve '" + asked + "' to a commit SHA");
  }
}

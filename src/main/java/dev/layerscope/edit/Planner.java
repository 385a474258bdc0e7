package dev.layerscope.edit;

import java.util.List;

/** Turns an intention into a plan, or says why not. Looks only; nothing is written. */
public final class Planner {
  private Planner() {}

  /**
   * @param grounds the estate in each environment the intention is wanted in, in promotion order;
   *     for a promotion, where it comes from and where it goes to
   */
  public static Proposal plan(Intention intention, List<Ground> grounds) {
    try {
      return new Proposal.Agreed(
          switch (intention) {
            case TeamBinding team -> TeamPlanner.plan(team, grounds);
            case NewLayer layer -> LayerPlanner.plan(layer, grounds);
            case NewCluster cluster -> ClusterPlanner.plan(cluster, grounds.getFirst());
            case NewApplication application -> ApplicationPlanner.plan(application, grounds);
            case Release release -> ReleasePlanner.plan(release, grounds);
            case Promotion promotion ->
                PromotionPlanner.plan(promotion, grounds.getFirst(), grounds.getLast());
            case Retargeting retargeting -> RetargetingPlanner.plan(retargeting, grounds);
            case Renaming renaming -> RenamingPlanner.plan(renaming, grounds);
            case Moving moving -> MovingPlanner.plan(moving, grounds);
            case Removal removal -> RemovalPlanner.plan(removal, grounds);
            case UpstreamMerge merge -> UpstreamPlanner.plan(merge, grounds.getFirst());
            case Fix fix -> FixPlanner.plan(fix, grounds.getFirst());
          });
    } catch (RefusedException e) {
      return e.refusal();
    }
  }
}

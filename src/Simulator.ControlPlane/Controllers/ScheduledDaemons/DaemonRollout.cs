using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.ScheduledDaemons;

/// <summary>
/// Which pods of an old template go in a rolling update: all that serve nobody, and of the others as many as may be unavailable
/// (rollingUpdate, getUnavailableNumbers in update.go). Quirk: one that is going already may be counted once more.
/// </summary>
internal static class DaemonRollout
{
    public static List<Pod> ToDelete(DaemonPicture picture)
    {
        var old = picture.AllPods.Where(pod => !picture.Template.IsOf(pod)).ToList();
        List<Pod> toDelete = [.. old.Where(pod => !picture.IsAvailable(pod) && !pod.Metadata.IsBeingDeleted)];
        var (desired, unavailable) = Unavailable(picture);
        var left = Shares.RoundedUp(picture.Set.MaxUnavailable, desired) - unavailable;
        toDelete.AddRange(old.Where(picture.IsAvailable).Take(Math.Max(0, left)));
        return toDelete;
    }

    private static (int Desired, int Unavailable) Unavailable(DaemonPicture picture)
    {
        var (desired, unavailable) = (0, 0);
        foreach (var node in picture.Nodes.Values)
        {
            if (picture.Template.FitOn(node) != NodeFit.Runs) continue;
            desired++;
            var serves = picture.PodsOn(node.Name)?.Exists(pod => picture.IsAvailable(pod) && !pod.Metadata.IsBeingDeleted) == true;
            if (!serves) unavailable++;
        }

        return (desired, unavailable);
    }
}

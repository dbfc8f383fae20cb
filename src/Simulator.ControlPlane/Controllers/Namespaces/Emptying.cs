using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Namespaces;

/// <summary>Deletes what is in a namespace, kind by kind, and looks what is left (deleteAllContent of 1.3.10).</summary>
internal sealed class Emptying(Namespace home, RoutineSet routines)
{
    /// <summary>A call failed, or something is left that nobody waits for.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>How long the slowest of the pods may take to stop; 0 once so much time has passed since the namespace's deletion.</summary>
    public long SecondsToGo { get; private set; }

    public IEnumerable<Wait> Run(IEnumerable<string> kinds)
    {
        foreach (var kind in kinds)
        {
            foreach (var wait in Delete(kind)) yield return wait;
            if (HasFailed) yield break;
        }
    }

    private IEnumerable<Wait> Delete(string kind)
    {
        var isPods = kind == "Pod";
        if (isPods)
        {
            var before = new Call(new ListRequest(kind, home.Name));
            yield return before;
            if (!(HasFailed = !before.Response.IsOk)) SecondsToGo = Estimate(before.Response.Items!);
        }

        if (HasFailed) yield break;
        var deletion = new Call(new DeleteCollectionRequest(kind, home.Name));
        yield return deletion;
        if (HasFailed = !deletion.Response.IsOk) yield break;
        var left = new Call(new ListRequest(kind, home.Name));
        yield return left;
        HasFailed = !left.Response.IsOk || (left.Response.Items!.Count > 0 && (!isPods || SecondsToGo == 0));
    }

    private long Estimate(IReadOnlyList<ApiObject> pods)
    {
        var longest = TimeSpan.Zero;
        foreach (var item in pods)
        {
            if (item is Pod { IsFinished: false } pod && pod.Spec.TerminationGracePeriod > longest)
            {
                longest = pod.Spec.TerminationGracePeriod;
            }
        }

        return routines.Now - home.Metadata.DeletionTimestamp!.Value >= longest ? 0 : (long)longest.TotalSeconds;
    }
}

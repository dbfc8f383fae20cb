using Simulator.ControlPlane.Autoscaling.Cluster.Growth;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>Holds the listed nodes of each group against what the cloud is to give it.</summary>
internal sealed class GroupStep(AutoscalerContext context)
{
    private readonly HashSet<string> _unsettled = [];

    /// <summary>Why the round has to be dropped; "" if it may go on.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Groups that are left alone in this round (later releases; otherwise the round is dropped).</summary>
    public bool IsUnsettled(NodeGroup group) => _unsettled.Contains(group.Id);

    public IEnumerable<Wait> Check()
    {
        (Problem, var counts) = ("", context.ListedByGroup());
        _unsettled.Clear();
        foreach (var group in context.Groups.All)
        {
            var count = counts.GetValueOrDefault(group.Id);
            if (!GroupCheck.Concerns(context.Version, count)) continue;
            var call = AutoscalerContext.SizeOf(group);
            yield return call;
            Problem = call.Size() is { } size
                ? GroupCheck.Problem(context.Version, group, size, count) ?? ""
                : $"no answer of the cloud about {group.Id}: {call.Response.Outcome}";
            if (Problem.Length == 0) continue;
            if (!context.Has(LaterReleases.GroupsOneByOne)) yield break;
            _unsettled.Add(group.Id);
            Problem = "";
        }
    }
}

using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>What the steps of a round share.</summary>
/// <param name="chance">The order of lists that come out of maps, and what the program draws itself.</param>
internal sealed class AutoscalerContext(ClusterAutoscalerOptions options, INodeGroups groups, IMapOrder chance)
{
    public ClusterAutoscalerOptions Options => options;

    public AutoscalerVersion Version => options.Version;

    public INodeGroups Groups => groups;

    public IMapOrder Chance => chance;

    public ClusterPicture Picture { get; } = new();

    public RoutineSet Routines { get; } = new();

    public Instant Now => Routines.Now;

    public List<AutoscalerNote> Notes { get; } = [];

    /// <summary>Null while nobody asks.</summary>
    public RoundReport? Report { get; set; }

    public bool Has(LaterReleases later) => options.Later.HasFlag(later);

    /// <summary>A call for the size of a group.</summary>
    public static Call SizeOf(NodeGroup group) => new(new GetGroupSizeRequest(group.Id));

    public void Tell(ObjectKey pod, string reason, string message) => Routines.Tell(new EventRequest(reason, "Pod", pod, message));
}

/// <summary>Reads what the cloud answers.</summary>
internal static class GroupAnswers
{
    /// <summary>Null if the cloud has not answered.</summary>
    public static int? Size(this Call call) => (call.Response.Object as GroupSize)?.Size;
}

using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>What the steps of a round share.</summary>
/// <param name="chance">The order of lists that come out of maps, and what the program draws itself.</param>
internal sealed class AutoscalerContext(ClusterAutoscalerOptions options, INodeGroups groups, IMapOrder chance)
{
    private Dictionary<string, int>? _counts;
    private long _counted;

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

    /// <summary>
    /// A round takes the first or the last node of its list for something: a node to learn from, or, in 0.2.2, a place for a pod.
    /// </summary>
    public bool NeedsListingOrder =>
        Picture.Unschedulable.Any() || (Version == AutoscalerVersion.V022 && Picture.Low(options.ScaleDownUtilizationThreshold).Count > 0);

    /// <summary>As a list comes out of a map.</summary>
    public IReadOnlyList<PicturedNode> Shuffled(IReadOnlyList<PicturedNode> listed)
    {
        var shuffled = listed.ToArray();
        chance.Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>Listed nodes by group; counted anew when nodes have changed.</summary>
    public IReadOnlyDictionary<string, int> ListedByGroup()
    {
        if (_counted == Picture.NodesVersion && _counts is { } known) return known;
        var counts = _counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in Picture.Listed)
        {
            if (groups.Of(node.Name) is { } group) counts[group.Id] = counts.GetValueOrDefault(group.Id) + 1;
        }

        _counted = Picture.NodesVersion;
        return counts;
    }

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

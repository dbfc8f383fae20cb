using System.Text.RegularExpressions;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>Not more in-tree disks of a kind than a node can hold; those that are there already do not count twice.</summary>
/// <param name="name">Name of the plug-in.</param>
/// <param name="limitKey">The node's own word, a resource.</param>
/// <param name="limitOf">The limit of a machine type without one.</param>
public sealed partial class InTreeLimits(
    string name, string limitKey, AttachedVolumes kind, Func<string, int> limitOf, PluginSettings settings) : IFilter
{
    private const string InstanceTypeToday = "node.kubernetes.io/instance-type";

    public string Name => name;

    public static InTreeLimits Ebs(PluginSettings settings) => new(
        PluginNames.EbsLimits, "attachable-volumes-aws-ebs",
        new AttachedVolumes("kubernetes.io/aws-ebs", v => v.AwsElasticBlockStore?.VolumeId, v => v.AwsElasticBlockStore?.VolumeId),
        type => Nitro().IsMatch(type) ? 25 : 39, settings);

    public static InTreeLimits GcePd(PluginSettings settings) => new(
        PluginNames.GcePdLimits, "attachable-volumes-gce-pd",
        new AttachedVolumes("kubernetes.io/gce-pd", v => v.GcePersistentDisk?.PdName, v => v.GcePersistentDisk?.PdName),
        _ => 16, settings);

    public static InTreeLimits AzureDisk(PluginSettings settings) => new(
        PluginNames.AzureDiskLimits, "attachable-volumes-azure-disk",
        new AttachedVolumes("kubernetes.io/azure-disk", v => v.AzureDisk?.DiskName, v => v.AzureDisk?.DiskName),
        _ => 16, settings);

    public bool Concerns(Pass pass) =>
        pass.Pod.Spec.Volumes.Any(volume => volume.ClaimName is not null || kind.OfVolume(volume) is not null);

    public Status? Filter(Pass pass, CycleState state, NodeState node)
    {
        if (pass.Pod.Spec.Volumes.Count == 0) return null;
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        if (!kind.TryCollect(pass.Pod, pass.Objects, wanted)) return Status.Error(Name, "PersistentVolumeClaim had no name");
        if (wanted.Count == 0) return null;
        foreach (var existing in node.Pods)
        {
            if (!kind.TryCollect(existing.Pod, pass.Objects, wanted)) return Status.Error(Name, "PersistentVolumeClaim had no name");
        }

        return wanted.Count > LimitOf(node) ? Status.Unschedulable(Name, "node(s) exceed max volume count") : null;
    }

    private long LimitOf(NodeState node) => node.Allocatable.Scalars.TryGetValue(limitKey, out var told)
        ? told
        : settings.MaxVolumes ?? limitOf(TypeOf(node.Labels));

    private static string TypeOf(LabelSet labels) =>
        labels.TryGetValue(InstanceTypeToday, out var type) ? type : labels.ValueOrEmpty(WellKnownLabels.InstanceType);

    [GeneratedRegex("^[cmr]5.*|t3|z1d", RegexOptions.CultureInvariant)]
    private static partial Regex Nitro();
}

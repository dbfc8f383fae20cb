using System.Security.Cryptography;
using System.Text;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>Not more volumes of a storage driver than the node's driver can attach (nodevolumelimits/csi.go of 1.20).</summary>
public sealed class CsiLimits : IFilter
{
    private const string KeyPrefix = ResourceKinds.AttachableVolumes + "csi-";

    /// <summary>A resource name holds so many letters; longer names of drivers are cut and hashed.</summary>
    private const int KeyLengthMax = 63;

    /// <summary>Drivers inside Kubernetes that a CSI driver may stand in for: their volumes are counted by plug-ins of their own.</summary>
    private static readonly HashSet<string> InTree =
    [
        "kubernetes.io/aws-ebs", "kubernetes.io/gce-pd", "kubernetes.io/azure-disk", "kubernetes.io/azure-file", "kubernetes.io/cinder",
        "kubernetes.io/vsphere-volume",
    ];

    public string Name => PluginNames.NodeVolumeLimits;

    public bool Concerns(Pass pass) => pass.Pod.Spec.Volumes.Any(volume => volume.ClaimName is not null);

    public Status? Filter(Pass pass, CycleState state, NodeState node)
    {
        if (pass.Pod.Spec.Volumes.Count == 0) return null;
        if (pass.Pod.Spec.Volumes.Any(volume => volume.ClaimName is { Length: 0 }))
        {
            return Status.Error(Name, "PersistentVolumeClaim had no name");
        }

        var wanted = VolumesOf(pass.Pod, pass.Objects).ToDictionary();
        if (wanted.Count == 0 || LimitsOf(node, pass.Objects) is not { Count: > 0 } limits) return null;
        var attached = new Dictionary<(string Driver, string Handle), string>();
        foreach (var (volume, key) in node.Pods.SelectMany(existing => VolumesOf(existing.Pod, pass.Objects))) attached[volume] = key;
        var all = wanted.Where(volume => !attached.ContainsKey(volume.Key)).ToLookup(volume => volume.Value);
        var isTooMuch = all.Any(group => limits.TryGetValue(group.Key, out var limit)
            && group.Count() + attached.Values.Count(key => key == group.Key) > limit);
        return isTooMuch ? Status.Unschedulable(Name, "node(s) exceed max volume count") : null;
    }

    /// <summary>Each with the key of its driver's limit; none comes twice.</summary>
    private static Dictionary<(string Driver, string Handle), string> VolumesOf(Pod pod, ClusterObjects objects)
    {
        var volumes = new Dictionary<(string Driver, string Handle), string>();
        foreach (var name in pod.Spec.Volumes.Select(volume => volume.ClaimName).OfType<string>())
        {
            if (objects.Find<PersistentVolumeClaim>(name, pod.Namespace) is { } claim && VolumeOf(claim, objects) is { } volume)
            {
                volumes[volume] = KeyOf(volume.Driver);
            }
        }

        return volumes;
    }

    /// <summary>Null if no driver is behind the claim. Without a volume each claim counts as one.</summary>
    private static (string Driver, string Handle)? VolumeOf(PersistentVolumeClaim claim, ClusterObjects objects)
    {
        if (claim.VolumeName.Length > 0 && objects.Find<PersistentVolume>(claim.VolumeName) is { } volume)
        {
            return volume.Csi is { Driver.Length: > 0, Handle.Length: > 0 } disk ? (disk.Driver, disk.Handle) : null;
        }

        var driver = ClaimRules.ClassOf(claim) is { Length: > 0 } name ? objects.Find<StorageClass>(name)?.Provisioner ?? "" : "";
        return driver.Length == 0 || InTree.Contains(driver) ? null : (driver, $"\0claim {claim.Key}");
    }

    private static Dictionary<string, long> LimitsOf(NodeState node, ClusterObjects objects)
    {
        var limits = node.Allocatable.Scalars
            .Where(scalar => scalar.Key.StartsWith(ResourceKinds.AttachableVolumes, StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        foreach (var driver in objects.Find<CsiNode>(node.Name)?.Drivers ?? [])
        {
            if (driver.MaxVolumes is { } limit) limits[KeyOf(driver.Name)] = limit;
        }

        return limits;
    }

    /// <summary>GetCSIAttachLimitKey of pkg/volume/util/attach_limit.go.</summary>
    private static string KeyOf(string driver)
    {
        if (KeyPrefix.Length + driver.Length <= KeyLengthMax) return KeyPrefix + driver;
#pragma warning disable CA5350 // The name is made shorter so, not safer.
        var hash = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(driver)));
#pragma warning restore CA5350
        return KeyPrefix + driver[..23] + hash[..16];
    }
}

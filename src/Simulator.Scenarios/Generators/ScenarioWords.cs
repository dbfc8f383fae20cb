using System.Globalization;
using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>A scenario told in lines: what there is, what happens to it, who does what.</summary>
public static class ScenarioWords
{
    public static IEnumerable<string> Of(Scenario scenario)
    {
        foreach (var cluster in scenario.Clusters)
        {
            yield return $"cluster {cluster.Name}: {cluster.Version}, {cluster.Start} start, {Clock.Of(scenario.Duration)}, "
                + $"{Count(cluster.Masters.Count, "master")} in {Zones(cluster.Masters.Zones)}";
            foreach (var pool in cluster.NodePools)
            {
                yield return $"  pool {pool.Name}: {Count(pool.Count, "node")} of {Amounts(pool.Allocatable ?? pool.Capacity)} in "
                    + $"{Zones(pool.Zones ?? cluster.Zones)}{Taints(pool)}";
            }
            foreach (var workload in cluster.Workloads)
            {
                foreach (var value in workload.Objects) yield return $"  {Clock.Of(workload.At)} {Workload(value)}";
            }
        }

        foreach (var cluster in scenario.Clusters)
        {
            foreach (var application in cluster.Applications.Where(application => application.State is not null))
            {
                yield return $"  {application.Namespace} {application.Selector} keeps state: {State(application.State!)}";
            }
        }

        foreach (var outage in scenario.Outages)
        {
            yield return $"  {(outage.IsOld ? "long before" : outage.After?.ToString() ?? Clock.Of(outage.At))} {outage.Kind} of "
                + $"{outage.Target}{Details(outage)}";
        }
        foreach (var outage in scenario.RandomOutages)
        {
            yield return $"  drawn {outage.Kind} per {outage.Per}, between {outage.Between}, lasting {outage.Lasts}";
        }
        foreach (var operation in scenario.Operations) yield return $"  {Clock.Of(operation.At)} {operation.Title}";
    }

    private static string State(StateSpec state) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{state.Kind}, {state.DataBytes >> 20} MiB, majority {state.Majority}, {state.Copies} copies");

    private static string Workload(ApiObject value) => value switch
    {
        ReplicaController controller =>
            $"{controller.Kind} {controller.Name}: {Count(controller.Replicas, "replica")} of {Pod(controller.Template.Spec)}",
        Deployment deployment =>
            $"Deployment {deployment.Name}: {Count(deployment.Replicas, "replica")} of {Pod(deployment.Template.Spec)}, "
                + $"{deployment.Strategy}{Limits(deployment)}{(deployment.Paused ? ", paused" : "")}",
        PetSet set =>
            $"PetSet {set.Name}: {Count(set.Replicas, "pet")} of {Pod(set.Template.Spec)}, "
                + $"{Count(set.VolumeClaimTemplates.Count, "claim")} each",
        DaemonSet set => $"DaemonSet {set.Name}: {Pod(set.Template.Spec)}",
        Job job =>
            $"Job {job.Name}: {job.Completions?.ToString(CultureInfo.InvariantCulture) ?? "any"} of {job.Parallelism} at a time, "
                + $"{Pod(job.Template.Spec)}",
        Pod pod => $"Pod {pod.Name}: {Pod(pod.Spec)}",
        PersistentVolume volume =>
            $"PersistentVolume {volume.Name}: {Amounts(volume.Capacity)} {string.Join(",", volume.AccessModes)}, {Source(volume)}, "
                + $"{volume.ReclaimPolicy}{(volume.ClaimRef is { } claim ? $", for {claim.Key}" : "")}",
        PersistentVolumeClaim claim =>
            $"PersistentVolumeClaim {claim.Key}: {Amounts(claim.Requests)} "
                + $"{string.Join(",", claim.AccessModes)}{(claim.IsProvisioned ? ", on demand" : "")}",
        _ => $"{value.Kind} {value.Name}",
    };

    private static string Limits(Deployment deployment) =>
        deployment.Strategy == "Recreate" ? "" : $" with surge {deployment.MaxSurge}, unavailable {deployment.MaxUnavailable}";

    private static string Pod(PodSpec spec)
    {
        var containers = string.Join(" + ", spec.Containers.Select(container => $"{container.Image} ({Amounts(container.Requests)})"));
        var labels = string.Join(", ", spec.NodeSelector.Select(pair => $"{pair.Key}={pair.Value}"));
        var volumes = string.Concat(spec.Volumes.Select(volume => $" with {Source(volume)}"));
        return $"{containers}{(labels.Length == 0 ? "" : $" on {labels}")}{volumes}";
    }

    private static string Source(PersistentVolume volume) =>
        Source(new Volume
        {
            GcePersistentDisk = volume.GcePersistentDisk,
            AwsElasticBlockStore = volume.AwsElasticBlockStore,
            Nfs = volume.Nfs,
            HostPath = volume.HostPath,
        });

    private static string Source(Volume volume) => volume switch
    {
        { ClaimName: { } claim } => $"claim {claim}",
        { GcePersistentDisk: { } disk } => $"disk {disk.PdName}{(disk.ReadOnly ? " to read" : "")}",
        { AwsElasticBlockStore: { } disk } => $"disk {disk.VolumeId}{(disk.ReadOnly ? " to read" : "")}",
        { Nfs: { } share } => $"share {share.Server}:{share.Path}",
        { HostPath: { } folder } => $"folder {folder.Path}",
        _ => "a folder of its own",
    };

    private static string Amounts(ResourceList amounts) =>
        amounts.Amounts.Length == 0 ? "nothing" : string.Join(" ", amounts.Amounts.ToArray().Select(entry => $"{entry.Key}={entry.Value}"));

    private static string Taints(NodePoolSpec pool) =>
        string.Concat(pool.Taints.Select(taint => $", taint {taint.Key}={taint.Value}:{taint.Effect}"));

    private static string Details(OutageSpec outage) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(outage.For is { } lasting ? $", lasting {lasting}" : "")}{(outage.Share < 1 ? $", {outage.Share:P0} of it" : "")}"
            + $"{(outage.HeartbeatDelay is { } late ? $", heartbeats late by {late}" : "")}"
            + $"{(outage.Rolling > TimeSpan.Zero ? $", one every {outage.Rolling}" : "")}"
            + $"{(outage.Repeat is { } repeat ? $", {repeat.Times} times, every {repeat.Every}" : "")}");

    private static string Zones(IReadOnlyList<string> zones) =>
        string.Join(", ", zones.Select(zone => zone.Length == 0 ? "no zone" : zone));

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}

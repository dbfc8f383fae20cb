using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Storage;

namespace Simulator.World.Nodes;

/// <summary>A kubelet's volume manager: says which disks it wants, waits until they are attached, mounts them, and lets go of them (pkg/kubelet/volumemanager of 1.3.10).</summary>
internal sealed class VolumeMounts
{
    private static readonly TimeSpan RetryMin = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RetryMax = TimeSpan.FromMinutes(2);

    /// <summary>How often it is looked for pods that are gone (desiredStateOfWorldPopulator, getPodStatusRetryDuration).</summary>
    private static readonly TimeSpan PopulatorPeriod = TimeSpan.FromSeconds(2);

    private readonly Kubelet _kubelet;
    private readonly TimeSpan _populatorPhase;
    private readonly SortedDictionary<string, int> _users = new(StringComparer.Ordinal);

    public VolumeMounts(Kubelet kubelet)
    {
        _kubelet = kubelet;
        _populatorPhase = PopulatorPeriod * kubelet.Context.MountPhases.NextDouble();
    }

    /// <summary>Names of the disks that it uses or wants to use, sorted: status.volumesInUse as it would be written now.</summary>
    public IReadOnlyList<string> InUse { get; private set; } = [];

    private KubeletContext Context => _kubelet.Context;

    private TimeSpan Now => Context.Simulation.Now;

    /// <summary>True if the pod's containers can start; otherwise the pod is synced again when they can, unless its volumes cannot be told (<see cref="PodRun.Volumes"/> is null).</summary>
    public bool AreMounted(PodRun run)
    {
        run.Volumes ??= PodVolumes.Of(run.Pod, Context.Find);
        if (run.Volumes is not { } volumes) return false;
        if (volumes.AreMounted) return true;
        volumes.BegunAt ??= Now;
        foreach (var mount in volumes.Mounts) Begin(run, mount);
        return false;
    }

    /// <summary>The volumes of a pod that runs at time zero.</summary>
    public void Adopt(PodRun run)
    {
        run.Volumes = PodVolumes.Of(run.Pod, Context.Find);
        if (run.Volumes is not { } volumes) return;
        foreach (var mount in volumes.Mounts)
        {
            Use(mount);
            mount.IsMounted = true;
        }
    }

    /// <summary>The pod is gone: its volumes are unmounted when that is noticed, and what no pod uses is no longer in use.</summary>
    public void Release(PodRun run)
    {
        if (run.Volumes is not { } volumes) return;
        foreach (var mount in volumes.Mounts)
        {
            if (!mount.IsInUse) continue;
            var takes = mount.IsMounted ? _kubelet.Slowed(Context.Storage.Mount.Sample(Context.Mounts)) : TimeSpan.Zero;
            _kubelet.InThisLife(NextPopulation + takes, () => Leave(mount));
        }
    }

    /// <summary>The machine stopped. Its object goes on saying what it said.</summary>
    public void Forget()
    {
        _users.Clear();
        InUse = [];
    }

    /// <summary>A disk was taken from the machine: who writes to it fails, and cannot start before it is mounted anew.</summary>
    public void Lose(CloudDisk disk)
    {
        foreach (var run in _kubelet.AllRuns.Where(run => HasMounted(run, disk)).OrderBy(run => run.Pod.Key).ToList())
        {
            foreach (var mount in run.Volumes!.Mounts.Where(mount => mount.Disk?.Disk == disk.Name)) mount.IsMounted = false;
            var work = _kubelet.Detail(run);
            work.IsMounted = false;
            foreach (var container in work.InitContainers.Concat(work.Containers)) _kubelet.Containers.Fail(run, container, "DiskTaken");
        }
    }

    private TimeSpan NextPopulation => _populatorPhase + (PopulatorPeriod * (((Now - _populatorPhase).Ticks / PopulatorPeriod.Ticks) + 1));

    private static bool HasMounted(PodRun run, CloudDisk disk) =>
        run.Volumes is { } volumes && volumes.Mounts.Any(mount => mount.IsMounted && mount.Disk?.Disk == disk.Name);

    private void Begin(PodRun run, VolumeMount mount)
    {
        if (mount.IsMounted || mount.IsTrying) return;
        Use(mount);
        mount.IsTrying = true;
        Try(run, mount);
    }

    private void Try(PodRun run, VolumeMount mount)
    {
        if (mount.Disk is { } disk && !IsAttached(disk)) Retry(run, mount);
        else _kubelet.At(Now + _kubelet.Slowed(TimeToMount(mount)), run, () => End(run, mount));
    }

    /// <summary>As the node's object says: that the disk is in use has to stand there too, or else it could be detached again at once.</summary>
    private bool IsAttached(AttachableVolume disk) =>
        _kubelet.Node.IsBeating && Context.Find("Node", new ObjectKey("", _kubelet.Node.Name)) is Node node
        && node.Status.VolumesInUse.Contains(disk.Name) && node.Status.VolumesAttached.Contains(disk.Name);

    private TimeSpan TimeToMount(VolumeMount mount)
    {
        var (options, usual) = (Context.Storage, Context.Storage.Mount.Sample(Context.Mounts));
        if (mount.Disk is null || Context.Disks.Find(mount.Disk.Disk) is not { IsFormatted: false } disk) return usual;
        var perGibibyte = options.Class == DiskClass.Ssd ? options.FormatPerGibibyteSsd : options.FormatPerGibibyteHdd;
        return usual + KubeletContext.Multiplied(perGibibyte, disk.Bytes / (double)(1L << 30));
    }

    /// <summary>The device has to be there, whatever the object says.</summary>
    private void End(PodRun run, VolumeMount mount)
    {
        if (mount.Disk is { } wanted)
        {
            if (Context.Disks.Find(wanted.Disk) is not { } disk || !disk.IsAttachedTo(_kubelet.Node.Name))
            {
                Retry(run, mount);
                return;
            }

            disk.IsFormatted = true;
        }

        (mount.IsMounted, mount.IsTrying, mount.Failures) = (true, false, 0);
        if (!run.Volumes!.AreMounted) return;
        Context.Log.Write(ObservationKind.VolumesMounted, run.Pod.Key.ToString(), _kubelet.Node.Name, (long)(Now - run.Volumes.BegunAt!.Value).TotalMicroseconds);
        _kubelet.Sync(run);
    }

    /// <summary>500 ms, doubling to two minutes (pkg/util/goroutinemap/exponentialbackoff).</summary>
    private void Retry(PodRun run, VolumeMount mount)
    {
        var delay = RetryMin * Math.Pow(2, Math.Min(mount.Failures++, 8));
        _kubelet.At(Now + (delay < RetryMax ? delay : RetryMax), run, () => Try(run, mount));
    }

    private void Use(VolumeMount mount)
    {
        if (mount.IsInUse || mount.Disk is not { } disk) return;
        mount.IsInUse = true;
        _users[disk.Name] = _users.GetValueOrDefault(disk.Name) + 1;
        UseChanged();
    }

    private void Leave(VolumeMount mount)
    {
        var name = mount.Disk!.Name;
        if (--_users[name] == 0) _users.Remove(name);
        UseChanged();
    }

    private void UseChanged()
    {
        if (InUse.SequenceEqual(_users.Keys)) return;
        InUse = [.. _users.Keys];
        Context.NodeStatusChanged?.Invoke(_kubelet.Node);
    }
}

using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.World.ApiServer;
using Simulator.World.Nodes.Heartbeats;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Status;

/// <summary>
/// A kubelet's status manager: one pod after the other, GET then PUT, through a client of 5 calls a second; removes the object once a
/// deleted pod's containers are gone.
/// </summary>
internal sealed class KubeletStatusWriter : ICaller
{
    private readonly StatusSetting _setting;
    private readonly MachineState _machine;
    private readonly Heartbeat _heartbeat;
    private readonly Queue<PodRun> _queue = [];
    private readonly List<(PodRun Run, TimeSpan From)> _atSweep = [];
    private readonly TimeSpan _sweepPhase;
    private ApiClient _client;
    private PodRun? _writing;
    private ApiRequest? _awaited;
    private bool _isSweepSet;

    /// <param name="sweepPhase">Where in their period its sweeps stand.</param>
    public KubeletStatusWriter(StatusSetting setting, MachineState machine, Heartbeat heartbeat, TimeSpan sweepPhase)
    {
        (_setting, _machine, _heartbeat, _sweepPhase) = (setting, machine, heartbeat, sweepPhase);
        _client = NewClient();
    }

    /// <summary>Of its client: tells which API server the kubelet is connected to.</summary>
    public int ClientNumber => _client.Number;

    public void Queue(PodRun run)
    {
        if (run.IsStatusQueued) return;
        run.IsStatusQueued = true;
        _queue.Enqueue(run);
        WriteNext();
    }

    /// <summary>
    /// The containers of a deleted pod have ended. What removes the object at a sweep wants them cleaned up, too, and sees that when it
    /// next lists what runs (PodResourcesAreReclaimed in pkg/kubelet/kubelet_pods.go of 1.20).
    /// </summary>
    public void QueueRemoval(PodRun run)
    {
        if (_setting.Removal == PodRemoval.AtStatusSweep) QueueAtSweep(run, _setting.Simulation.Now + _setting.Options.RelistPeriod);
        else Queue(run);
    }

    /// <summary>
    /// The API server shows something else than was reported, refused it or did not answer: said again at the next sweep. Only a pod
    /// that is not there is let go (syncPod and syncBatch in pkg/kubelet/status/status_manager.go).
    /// </summary>
    public void QueueAtNextSweep(PodRun run) => QueueAtSweep(run, _setting.Simulation.Now);

    /// <summary>The machine stopped: nothing of before is reported any more.</summary>
    public void Reset()
    {
        _queue.Clear();
        _atSweep.Clear();
        (_writing, _awaited) = (null, null);
        _client = NewClient();
    }

    public void Complete(in ApiResponse response)
    {
        // An answer to a kubelet that has died since, or that was cut off while it was under way.
        if (!ReferenceEquals(response.Request, _awaited)) return;
        var run = _writing!;
        if (!_heartbeat.IsOn || response.Result is not (ApiResult.Ok or ApiResult.NotFound)) Retry(run);
        else if (!response.IsOk) Finish();
        else if (response.Request is GetRequest) Put(run, (Pod)response.Object!);
        else if (response.Request is UpdateStatusRequest && run.State == PodRunState.Stopped) Remove(run);
        else Finish();
    }

    private void QueueAtSweep(PodRun run, TimeSpan from)
    {
        if (run.IsStatusQueued) return;
        run.IsStatusQueued = true;
        _atSweep.Add((run, from));
        SetSweep();
    }

    private void SetSweep()
    {
        if (_isSweepSet || _atSweep.Count == 0) return;
        _isSweepSet = true;
        var period = _setting.Options.StatusSweepPeriod;
        var now = _setting.Simulation.Now;
        var at = _sweepPhase + (period * (((now - _sweepPhase).Ticks / period.Ticks) + 1));
        _setting.Simulation.ScheduleAt(at, Sweep);
    }

    private ApiClient NewClient() =>
        new(_setting.Simulation, _setting.Server, _setting.Latency, this, _setting.Options.KubeApiQps, _setting.Options.KubeApiBurst);

    private void WriteNext()
    {
        if (_writing is not null || !_queue.TryDequeue(out var run)) return;
        _writing = run;
        run.IsStatusQueued = false;
        Send(new GetRequest("Pod", run.Pod.Key));
    }

    private void Put(PodRun run, Pod stored)
    {
        if (stored.Metadata.Uid != run.Pod.Metadata.Uid) Finish();
        else Send(new UpdateStatusRequest(stored with { Status = StatusOf(run, stored.Status) }));
    }

    private void Remove(PodRun run)
    {
        if (run.Pod.Metadata.IsBeingDeleted) Send(new DeleteRequest("Pod", run.Pod.Key, TimeSpan.Zero, run.Pod.Metadata.Uid));
        else Finish();
    }

    private void Retry(PodRun run)
    {
        (_writing, _awaited) = (null, null);
        QueueAtNextSweep(run);
        WriteNext();
    }

    private void Finish()
    {
        (_writing, _awaited) = (null, null);
        WriteNext();
    }

    private void Send(ApiRequest request)
    {
        _awaited = request;
        if (_machine.Slowness == 1) _client.Send(request);
        else _setting.Simulation.Schedule(_setting.CallMedian.Times(_machine.Slowness - 1), () => SendStillAwaited(request));
    }

    private void SendStillAwaited(ApiRequest request)
    {
        if (ReferenceEquals(request, _awaited)) _client.Send(request);
    }

    private void Sweep()
    {
        _isSweepSet = false;
        var now = _setting.Simulation.Now;
        foreach (var (run, from) in _atSweep)
        {
            if (from <= now) _queue.Enqueue(run);
        }

        _atSweep.RemoveAll(entry => entry.From <= now);
        SetSweep();
        WriteNext();
    }

    private PodStatus StatusOf(PodRun run, PodStatus stored)
    {
        var now = Instant.FromStart(_setting.Simulation.Now).TruncatedToSecond;
        return stored with
        {
            Phase = run.Phase,
            Reason = run.Reason,
            PodIP = run.Ip.Length > 0 ? run.Ip : stored.PodIP,
            StartTime = run.StartTime,
            Ready = run.IsReady
                ? ReadyIs(ConditionStatus.True, "", stored.Ready, run.ReadySince ?? now)
                : ReadyIs(ConditionStatus.False, WhyNot(run), stored.Ready, now),
            ContainerRestarts = Restarts(run, stored),
        };
    }

    /// <summary>pkg/kubelet/status/generate.go</summary>
    private static string WhyNot(PodRun run)
    {
        if (run.Phase == PodPhase.Succeeded) return "PodCompleted";
        return run.ShutGate is null ? "ContainersNotReady" : PodGates.Reason;
    }

    private static Condition ReadyIs(ConditionStatus status, string reason, Condition? stored, Instant since) =>
        stored is not null && stored.Status == status && stored.Reason == reason ? stored : new Condition(status, reason, since);

    private static IReadOnlyList<int> Restarts(PodRun run, PodStatus stored)
    {
        if (run.Work is not { } work) return stored.ContainerRestarts;
        var known = stored.ContainerRestarts;
        var restarts = new int[work.Containers.Length];
        var isSame = known.Count == restarts.Length;
        for (var i = 0; i < restarts.Length; i++)
        {
            restarts[i] = work.Containers[i].Restarts;
            isSame = isSame && known[i] == restarts[i];
        }

        return isSame ? known : restarts;
    }
}

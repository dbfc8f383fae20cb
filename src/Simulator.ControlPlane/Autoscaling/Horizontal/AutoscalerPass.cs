using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>One pass over one autoscaler (reconcileAutoscaler in pkg/controller/podautoscaler/horizontal.go of 1.3.10).</summary>
/// <param name="note">Told what the pass came to.</param>
internal sealed class AutoscalerPass(HorizontalOptions options, RoutineSet routines, Action<HorizontalNote> note)
{
    /// <summary>After the scale: pods, their metrics, the status.</summary>
    private const int UsualCalls = 3;

    private readonly TargetSelectors _selectors = new();
    private readonly Readings _readings = new();

    /// <param name="decision">What was decided, once the pass has ended: nothing if the scale could not be had.</param>
    public IEnumerator<Wait> Run(CachedAutoscaler cached, Decision decision)
    {
        var get = new Call(new GetScaleRequest(cached.Value.TargetKind, cached.Value.Target) { CallsAfter = UsualCalls });
        yield return get;
        if (get.Response is not { IsOk: true, Object: Scale scale })
        {
            decision.Fail("FailedGetScale", get.Response.Outcome);
            AutoscalerEvents.Tell(routines, cached.Value, EventType.Warning, decision.FailureReason, decision.Error);
            note(new HorizontalNote(HorizontalNoteKind.Failed, cached.Value, 0, 0) { Reason = decision.Error });
            yield break;
        }

        var pass = new PassContext(cached, scale, _selectors, _readings, routines, note);
        if (!DecisionRoutine.IsDoneAtOnce(pass, decision))
        {
            foreach (var wait in DecisionRoutine.Run(pass, decision)) yield return wait;
        }

        var next = decision.Error.Length > 0 ? GiveUp(pass, decision)
            : decision.Proposal is { } proposal ? Act(pass, decision, proposal)
            : [];
        foreach (var wait in next) yield return wait;
        if (decision.HasPanicked) note(NoteOf(HorizontalNoteKind.Panicked, pass, decision));
    }

    /// <summary>The old wish and the old measurement stay in the status.</summary>
    private static IEnumerable<Wait> GiveUp(PassContext pass, Decision decision)
    {
        var status = pass.Scaler.Status with { CurrentReplicas = pass.Current };
        var told = NoteOf(HorizontalNoteKind.Failed, pass, decision);
        foreach (var wait in StatusWrite.Run(pass, status, "", told)) yield return wait;
        pass.Tell(EventType.Warning, decision.FailureReason, decision.Error);
    }

    private IEnumerable<Wait> Act(PassContext pass, Decision decision, Proposal proposal) =>
        proposal.IsAllowed(pass.Current, pass.Scaler.Status.LastScaleTime, options)
            ? Rescale(pass, decision, proposal)
            : Write(pass, decision, HorizontalNoteKind.Stays, pass.Current, pass.Scaler.Status.LastScaleTime);

    private IEnumerable<Wait> Rescale(PassContext pass, Decision decision, Proposal proposal)
    {
        var put = new Call(new UpdateScaleRequest(pass.Scale with { Replicas = proposal.Replicas }));
        yield return put;
        Tell(pass, put.Response, $"New size: {proposal.Replicas}; reason: {proposal.Reason}");
        if (!put.Response.IsOk)
        {
            note(NoteOf(HorizontalNoteKind.RescaleRefused, pass, decision) with { Reason = put.Response.Outcome });
            yield break;
        }

        foreach (var wait in Write(pass, decision, HorizontalNoteKind.Rescaled, proposal.Replicas, pass.Now)) yield return wait;
    }

    private static IEnumerable<Wait> Write(PassContext pass, Decision decision, HorizontalNoteKind kind, int desired, Instant? lastScale)
    {
        var status = new HorizontalPodAutoscalerStatus
        {
            CurrentReplicas = pass.Current,
            DesiredReplicas = desired,
            CpuUtilization = decision.CpuUtilization,
            LastScaleTime = lastScale,
        };
        return StatusWrite.Run(pass, status, decision.CustomStatus, NoteOf(kind, pass, decision));
    }

    private static void Tell(PassContext pass, in ApiResponse put, string message)
    {
        if (put.IsOk) pass.Tell(EventType.Normal, "SuccessfulRescale", message);
        else pass.Tell(EventType.Warning, "FailedRescale", $"{message}; error: {put.Outcome}");
    }

    private static HorizontalNote NoteOf(HorizontalNoteKind kind, PassContext pass, Decision decision) =>
        new(kind, pass.Scaler, pass.Current, decision.Proposal?.Replicas ?? pass.Current)
        {
            CpuUtilization = decision.CpuUtilization,
            Timestamp = decision.Proposal?.Timestamp,
            Reason = decision.Error.Length > 0 ? decision.Error : decision.Proposal?.Reason ?? "",
        };
}

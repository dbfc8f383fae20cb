using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>One pass over one autoscaler (reconcileAutoscaler in pkg/controller/podautoscaler/horizontal.go of 1.3.10).</summary>
/// <remarks>
/// One is under way at a time. A pass whose calls are paid for needs no routine unless it rescales: there are 775,000 passes in a day of
/// scenarios/load/week-of-200.yaml.
/// </remarks>
/// <param name="note">Told what the pass came to.</param>
/// <param name="ended">Called at the end of each, with true if it has panicked.</param>
internal sealed class AutoscalerPass(
    HorizontalOptions options, RoutineSet routines, Action<HorizontalNote> note, Action<bool> ended)
{
    /// <summary>After the scale: pods, their metrics, the status.</summary>
    private const int UsualCalls = 3;

    private readonly TargetSelectors _selectors = new();
    private readonly Readings _readings = new();
    private KnownAutoscaler? _known;
    private GetScaleRequest? _asked;

    public void Begin(KnownAutoscaler known)
    {
        var scaler = known.Cached!.Value;
        var asked = new GetScaleRequest(scaler.TargetKind, scaler.Target) { CallsAfter = UsualCalls };
        (_known, _asked) = (known, asked);
        if (routines.Paid is { } paid && paid.TryAnswer(asked, out var response)) Complete(response);
        else routines.Tell(asked);
    }

    /// <summary>It waits for this answer: the scale.</summary>
    public bool Awaits(in ApiResponse response) => ReferenceEquals(response.Request, _asked);

    public void Complete(in ApiResponse response)
    {
        var (known, cached) = (_known!, _known!.Cached!);
        (_known, _asked) = (null, null);
        if (response is not { IsOk: true, Object: Scale scale })
        {
            AutoscalerEvents.Tell(routines, cached.Value, EventType.Warning, "FailedGetScale", response.Outcome);
            note(new HorizontalNote(HorizontalNoteKind.Failed, cached.Value, 0, 0) { Reason = response.Outcome });
            ended(false);
            return;
        }

        GoOn(new PassContext(known, scale, _selectors, _readings, routines, note), new Decision());
    }

    private void GoOn(PassContext pass, Decision decision)
    {
        var isDecided = DecisionRoutine.IsDoneAtOnce(pass, decision);
        if (isDecided && IsOverAtOnce(pass, decision)) ended(false);
        else routines.Start(Rest(pass, decision, isDecided), () => ended(decision.HasPanicked));
    }

    private IEnumerator<Wait> Rest(PassContext pass, Decision decision, bool isDecided)
    {
        if (!isDecided) foreach (var wait in DecisionRoutine.Run(pass, decision)) yield return wait;
        var next = decision.Error.Length > 0 ? GiveUp(pass, decision)
            : decision.Proposal is { } proposal ? Act(pass, decision, proposal)
            : [];
        foreach (var wait in next) yield return wait;
        if (decision.HasPanicked) note(NoteOf(HorizontalNoteKind.Panicked, pass, decision));
    }

    /// <summary>Nothing is left but a status, which is paid for.</summary>
    private bool IsOverAtOnce(PassContext pass, Decision decision)
    {
        if (!pass.IsPaid(1)) return false;
        if (decision.Quiet is { } quiet) StatusWrite.Repeat(pass, quiet);
        else if (decision.Error.Length == 0 && decision.Proposal is { } proposal && !IsAllowed(pass, proposal)) Stay(pass, decision);
        else return false;
        return true;
    }

    private static void Stay(PassContext pass, Decision decision)
    {
        var (scaler, note) = (pass.Scaler, NoteOf(HorizontalNoteKind.Stays, pass, decision));
        var status = StatusOf(pass, decision, pass.Current, scaler.Status.LastScaleTime);
        var put = StatusWrite.AtOnce(pass, status, decision.CustomStatus, note);
        if (decision.Measured is { } cpu && ReferenceEquals(pass.Scaler, scaler))
        {
            pass.Cached.Quiet = new QuietPass(scaler, pass.Scale, cpu, put, note);
        }
    }

    /// <summary>The old wish and the old measurement stay in the status.</summary>
    private static IEnumerable<Wait> GiveUp(PassContext pass, Decision decision)
    {
        var status = pass.Scaler.Status with { CurrentReplicas = pass.Current };
        var told = NoteOf(HorizontalNoteKind.Failed, pass, decision);
        foreach (var wait in StatusWrite.Run(pass, status, "", told)) yield return wait;
        pass.Tell(EventType.Warning, decision.FailureReason, decision.Error);
    }

    private bool IsAllowed(PassContext pass, Proposal proposal) =>
        proposal.IsAllowed(pass.Current, pass.Scaler.Status.LastScaleTime, options);

    private IEnumerable<Wait> Act(PassContext pass, Decision decision, Proposal proposal) =>
        IsAllowed(pass, proposal)
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

    private static IEnumerable<Wait> Write(
        PassContext pass, Decision decision, HorizontalNoteKind kind, int desired, Instant? lastScale) =>
        StatusWrite.Run(pass, StatusOf(pass, decision, desired, lastScale), decision.CustomStatus, NoteOf(kind, pass, decision));

    private static HorizontalPodAutoscalerStatus StatusOf(PassContext pass, Decision decision, int desired, Instant? lastScale) => new()
    {
        CurrentReplicas = pass.Current,
        DesiredReplicas = desired,
        CpuUtilization = decision.CpuUtilization,
        LastScaleTime = lastScale,
    };

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

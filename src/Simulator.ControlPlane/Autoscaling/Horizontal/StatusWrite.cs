using Simulator.Api;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>Writes what a pass found (updateStatus in pkg/controller/podautoscaler/horizontal.go of 1.3.10).</summary>
internal static class StatusWrite
{
    /// <summary>
    /// The controller's copy has the status from now on, whether or not the API server takes it; what is sent has whole seconds.
    /// </summary>
    /// <param name="customStatus">"" = the annotation stays.</param>
    /// <param name="note">Of the pass; told once the answer is there.</param>
    public static IEnumerable<Wait> Run(
        PassContext pass, HorizontalPodAutoscalerStatus status, string customStatus, HorizontalNote note)
    {
        if (!pass.IsPaid(1)) return Send(pass, Keep(pass, status, customStatus), note);
        AtOnce(pass, status, customStatus, note);
        return [];
    }

    /// <summary>The same where the call is paid for.</summary>
    /// <returns>What was sent.</returns>
    public static UpdateStatusRequest AtOnce(
        PassContext pass, HorizontalPodAutoscalerStatus status, string customStatus, HorizontalNote note)
    {
        var request = Keep(pass, status, customStatus);
        Tell(pass, pass.Routines.AskAtOnce(request), note);
        return request;
    }

    /// <summary>Writes again what such a pass wrote; the call is paid for.</summary>
    public static void Repeat(PassContext pass, QuietPass quiet) => Tell(pass, pass.Routines.AskAtOnce(quiet.Put), quiet.Note);

    private static IEnumerable<Wait> Send(PassContext pass, ApiRequest request, HorizontalNote note)
    {
        var put = new Call(request);
        yield return put;
        Tell(pass, put.Response, note);
    }

    /// <returns>What is sent.</returns>
    private static UpdateStatusRequest Keep(PassContext pass, HorizontalPodAutoscalerStatus status, string customStatus)
    {
        var isSame = customStatus.Length == 0 && status == pass.Scaler.Status;
        if (!isSame) pass.Cached.Value = pass.Scaler with { Status = status, Metadata = Annotated(pass.Scaler.Metadata, customStatus) };
        var second = status.LastScaleTime?.TruncatedToSecond;
        return new UpdateStatusRequest(second == status.LastScaleTime
            ? pass.Scaler
            : pass.Scaler with { Status = status with { LastScaleTime = second } });
    }

    private static void Tell(PassContext pass, in ApiResponse put, HorizontalNote note)
    {
        if (!put.IsOk) pass.Tell(EventType.Warning, "FailedUpdateStatus", put.Outcome);
        pass.Note(put.IsOk ? note : note with { StatusFault = put.Outcome });
    }

    private static ObjectMeta Annotated(ObjectMeta metadata, string customStatus) => customStatus.Length == 0
        ? metadata
        : metadata with { Annotations = metadata.Annotations.With(CustomMetricText.Status, customStatus) };
}

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
        PassContext pass, HorizontalPodAutoscalerStatus status, string customStatus, AutoscalerNote note)
    {
        pass.Cached.Value = pass.Scaler with { Status = status, Metadata = Annotated(pass.Scaler.Metadata, customStatus) };
        var sent = status with { LastScaleTime = status.LastScaleTime?.TruncatedToSecond };
        var put = new Call(new UpdateStatusRequest(pass.Scaler with { Status = sent }));
        yield return put;
        if (!put.Response.IsOk) pass.Tell(EventType.Warning, "FailedUpdateStatus", put.Response.Outcome);
        pass.Note(note with { StatusFault = put.Response.IsOk ? "" : put.Response.Outcome });
    }

    private static ObjectMeta Annotated(ObjectMeta metadata, string customStatus) => customStatus.Length == 0
        ? metadata
        : metadata with { Annotations = metadata.Annotations.With(CustomMetricText.Status, customStatus) };
}

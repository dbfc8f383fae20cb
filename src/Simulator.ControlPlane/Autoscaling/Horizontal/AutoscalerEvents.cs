using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

internal static class AutoscalerEvents
{
    public static void Tell(RoutineSet routines, HorizontalPodAutoscaler scaler, EventType type, string reason, string message) =>
        routines.Tell(new EventRequest(reason, scaler.Kind, scaler.Key, message) { Type = type });
}

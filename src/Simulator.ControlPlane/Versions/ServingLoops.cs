using Simulator.ControlPlane.Controllers.Serving.Cached;
using Simulator.ControlPlane.Controllers.Serving.Slices;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Versions;

/// <summary>How each controller is made that keeps the addresses of services and trusts its watches.</summary>
internal static class ServingLoops
{
    public static IControlLoop Endpoints(LoopSetting setting) =>
        new CachedEndpointsController(setting.Flags.CachedEndpoints, setting.Start);

    public static IControlLoop EndpointSlices(LoopSetting setting) =>
        new EndpointSliceController(setting.Flags.EndpointSlices, setting.Start);
}

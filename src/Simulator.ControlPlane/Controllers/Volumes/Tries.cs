using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>A call that is made again after a pause, a few times, until it has worked.</summary>
internal sealed class Tries(VolumeContext context, Func<ApiRequest> request, Func<ApiResponse, bool> works)
{
    public bool HasWorked { get; private set; }

    public IEnumerable<Wait> Run()
    {
        for (var i = 0; i < context.Options.CreateTries && !HasWorked; i++)
        {
            var call = new Call(request());
            yield return call;
            HasWorked = works(call.Response);
            if (!HasWorked) yield return new Pause(context.Routines, context.Options.CreateInterval);
        }
    }
}

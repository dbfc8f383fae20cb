using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer;

/// <summary>Who gets the answer to a call.</summary>
public interface ICaller
{
    void Complete(in ApiResponse response);
}

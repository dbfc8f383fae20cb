using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;

namespace Simulator.World.Hosting;

/// <summary>The LISTs with which a process starts: all kinds side by side, each again after a second until it is answered.</summary>
internal sealed class ListOfKinds(Simulation simulation, ApiClient client, IReadOnlyList<string> kinds, Action done) : ICaller
{
    private static readonly TimeSpan RetryPeriod = TimeSpan.FromSeconds(1);

    private int _open = kinds.Count;

    public void Start()
    {
        foreach (var kind in kinds) client.Send(new ListRequest(kind), this);
        if (_open == 0) done();
    }

    public void Complete(in ApiResponse response)
    {
        var request = response.Request;
        if (!response.IsOk) simulation.Schedule(RetryPeriod, () => SendAgain(request));
        else if (--_open == 0) done();
    }

    private void SendAgain(ApiRequest request)
    {
        if (!client.IsStopped) client.Send(request, this);
    }
}

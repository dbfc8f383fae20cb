using Simulator.World.ApiServer;

namespace Simulator.World.Hosting;

/// <summary>
/// The kubelets as the servers of the control plane meet them. Their heartbeats are arithmetic, not calls: they are told what becomes of
/// what they send.
/// </summary>
internal interface IKubelets
{
    int Count { get; }

    /// <summary>What they send from now on is not written.</summary>
    void ServersGoDown();

    /// <summary>It is written again, from the next regular beat on.</summary>
    void ServersComeUp();

    /// <summary>Who is connected to this server stays so, and what it sends waits there.</summary>
    void Hang(ApiServerReplica server);

    /// <summary>The server goes on, or has ended.</summary>
    void GoOn(ApiServerReplica server);
}

using Simulator.Serve.Messages;

namespace Simulator.Serve.Access;

/// <summary>What stands before every answer.</summary>
public interface IAccessGate
{
    /// <summary>True: it looks at the cluster's objects, and may be asked on the simulation's thread only.</summary>
    bool ReadsObjects { get; }

    AccessVerdict Check(ServerRequest request);
}

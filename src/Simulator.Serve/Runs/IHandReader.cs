using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Serve.Runs;

/// <summary>Reads what people write by hand as the scenario's file would be read with it.</summary>
public interface IHandReader
{
    /// <exception cref="FormatException">The sentences say what is wrong.</exception>
    IReadOnlyList<OutageSpec> Outages(string text, TimeSpan now);

    /// <exception cref="FormatException">The sentences say what is wrong.</exception>
    IReadOnlyList<OperationSpec> Operations(string text, TimeSpan now);
}

using Simulator.Api.Documents;

namespace Simulator.Library;

/// <summary>Where the tree of a scenario comes from.</summary>
internal interface IScenarioSource
{
    /// <summary>As messages and commands name it.</summary>
    string Name { get; }

    /// <summary>Null after an error was told.</summary>
    SourceNode? Read(Diagnostics diagnostics);
}

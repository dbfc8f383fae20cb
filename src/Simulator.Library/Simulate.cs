namespace Simulator.Library;

/// <summary>Where everything begins: a scenario from a file, from text, or in code.</summary>
/// <example>
/// <code>
/// var outcome = Simulate.File("scenarios/guestbook.yaml").Run(seed: 1);
/// Console.WriteLine(outcome.Answer);
/// </code>
/// </example>
public static class Simulate
{
    /// <summary>The scenario of a file, with all that it points at.</summary>
    /// <param name="path">Of a scenario file, as <c>simulator run</c> takes it.</param>
    public static Experiment File(string path) => new(new FileSource(path));

    /// <summary>A scenario that is written out; paths in it are relative to the current folder.</summary>
    /// <param name="text">YAML or JSON, as in a scenario file.</param>
    /// <param name="name">What messages call it in the place of a file's name.</param>
    public static Experiment Yaml(string text, string name = "scenario.yaml") => new(new TextSource(text, name));

    /// <summary>A scenario that is put together in code.</summary>
    /// <param name="name">Letters, digits and '-', as in a file.</param>
    /// <param name="duration">How long it runs, in simulated time.</param>
    public static ScenarioInCode Scenario(string name, TimeSpan duration) => new(name, duration);
}

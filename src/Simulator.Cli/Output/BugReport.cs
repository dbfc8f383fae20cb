using System.Reflection;

namespace Simulator.Cli.Output;

/// <summary>What is printed when the program itself is at fault, with all that is needed to see it again.</summary>
internal static class BugReport
{
    private const string ScenarioKey = "scenario";

    private const string SeedKey = "seed";

    public static string Version { get; } =
        typeof(BugReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Notes which run met a bug.</summary>
    /// <returns>False, so that an exception filter can call it and the exception goes on.</returns>
    public static bool Annotate(Exception bug, string scenario, ulong seed)
    {
        bug.Data[ScenarioKey] = scenario;
        bug.Data[SeedKey] = seed;
        return false;
    }

    public static void Write(Exception bug, IReadOnlyList<string> args, TextWriter error)
    {
        error.WriteLine("This is a bug in the simulator, not in your input. No results were written.");
        error.WriteLine("Please report it with the scenario and its manifests, and with these lines:");
        error.WriteLine($"  version    {Version}");
        error.WriteLine($"  command    simulator {string.Join(' ', args.Select(Quoted))}");
        if (bug.Data[ScenarioKey] is { } scenario) error.WriteLine($"  scenario   {scenario}");
        if (bug.Data[SeedKey] is { } seed) error.WriteLine($"  seed       {seed}");
        error.WriteLine($"  exception  {bug}");
    }

    private static string Quoted(string arg) => arg.Contains(' ', StringComparison.Ordinal) ? $"'{arg}'" : arg;
}

namespace Simulator.Tests.Scenarios;

/// <summary>Where the files of the repository are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string[] Scenarios => Directory.GetFiles(Path.Combine(Root, "scenarios"), "*.yaml");

    private static string Find(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "Simulator.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Simulator.sln");
        return folder;
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using Simulator.Api.Words;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A compiled plug-in: which rules it has, or why it cannot be taken.</summary>
public static class PluginFile
{
    private static readonly ConcurrentDictionary<(string Path, DateTime Written, long Length), Assembly> Loaded = new();

    /// <summary>The rules of a file; a file is loaded once.</summary>
    /// <param name="path">Of a library, relative to the working folder.</param>
    /// <param name="problem">A sentence if null is returned.</param>
    public static IReadOnlyList<PluginRule>? Read(string path, out string problem)
    {
        problem = "";
        try
        {
            if (!File.Exists(path))
            {
                problem = Directory.Exists(path)
                    ? "this is a folder; allowed is the compiled library (.dll) of a plug-in"
                    : "there is no such file; allowed is the compiled library (.dll) of a plug-in";
                return null;
            }
            return RulesOf(Load(path), path, out problem);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or BadImageFormatException
            or ReflectionTypeLoadException or TypeLoadException)
        {
            problem = Told(failure);
            return null;
        }
    }

    private static Assembly Load(string path)
    {
        var file = new FileInfo(path);
        var full = file.FullName;
        return Loaded.GetOrAdd((full, file.LastWriteTimeUtc, file.Length), _ => new PluginContext(full).LoadFromAssemblyPath(full));
    }

    private static List<PluginRule>? RulesOf(Assembly assembly, string path, out string problem)
    {
        problem = Newer(assembly) ?? "";
        if (problem.Length > 0) return null;
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? assembly.GetName().Version?.ToString() ?? "0";
        var rules = new List<PluginRule>();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (type.GetCustomAttribute<SchedulerPluginAttribute>() is not { } named) continue;
            problem = Wrong(type, named.Name, rules) ?? "";
            if (problem.Length > 0) return null;
            rules.Add(new PluginRule(named.Name, path, version, type));
        }

        if (rules.Count == 0)
        {
            problem = $"it has no rule: allowed are public classes with [SchedulerPlugin(\"Name\")] that are one of {PluginKinds.Names}";
        }
        return rules.Count == 0 ? null : rules;
    }

    /// <summary>It was made for a later version of this program than this one is.</summary>
    private static string? Newer(Assembly assembly)
    {
        var here = typeof(SchedulerPluginAttribute).Assembly.GetName();
        var wanted = Array.Find(assembly.GetReferencedAssemblies(), reference => reference.Name == here.Name);
        return wanted?.Version > here.Version
            ? $"it was compiled against {here.Name} {wanted!.Version}; this program has {here.Version}"
            : null;
    }

    private static string? Wrong(Type type, string name, List<PluginRule> before)
    {
        if (!RuleNames.IsName(name)) return $"{type.Name} is called '{Wording.Shortened(name)}'; allowed are {RuleNames.Allowed}";
        if (before.Exists(rule => rule.Name == name)) return $"two of its classes are called '{name}'";
        if (type.IsAbstract || type.ContainsGenericParameters) return $"{type.Name} is abstract or generic: nothing can be made of it";
        if (!PluginKinds.All.Any(kind => kind.IsAssignableFrom(type))) return $"{type.Name} is none of {PluginKinds.Names}";
        var isMade = type.GetConstructor(Type.EmptyTypes) ?? type.GetConstructor([typeof(IReadOnlyDictionary<string, string>)]);
        return isMade is null
            ? $"{type.Name} has no public constructor without parameters, or with an IReadOnlyDictionary<string, string> of settings"
            : null;
    }

    private static string Told(Exception failure) => failure switch
    {
        BadImageFormatException =>
            "it is no library of .NET for this machine and version: compile it for any CPU and for net10.0 or older",
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => $"it cannot be loaded: {first.Message}",
        FileNotFoundException { FileName: { } missing } => $"a library that it needs is not beside it: {missing}",
        _ => $"it cannot be loaded: {failure.Message}",
    };
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Simulator.Scenarios.Import.Cleaning;

/// <summary>Takes texts out that may be secrets: nothing that is simulated looks at them, and a scenario is passed on.</summary>
internal static partial class SecretWords
{
    private const string Instead = "left-out";

    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];
    private static readonly string[] Hooks = ["postStart", "preStop"];

    /// <summary>
    /// Values of variables whose names sound like secrets, or that look like one; likewise words of commands; and all headers of requests.
    /// </summary>
    public static void Remove(JsonObject container)
    {
        foreach (var variable in container.Maps("env"))
        {
            var value = variable.Text("value");
            if (value.Length > 0 && (Name().IsMatch(variable.Text("name")) || Value().IsMatch(value))) variable["value"] = Instead;
        }

        RemoveFrom(container["args"] as JsonArray);
        RemoveFrom(container["command"] as JsonArray);
        foreach (var handler in Probes.Select(container.Map).Concat(Hooks.Select(container.Map("lifecycle").Map)))
        {
            RemoveFrom(handler.Map("exec")?["command"] as JsonArray);
            handler.Map("httpGet")?.Remove("httpHeaders");
        }
    }

    /// <summary>Looks like a key, a token, or an address with a password.</summary>
    public static bool MayBe(string value) => Value().IsMatch(value);

    private static void RemoveFrom(JsonArray? words)
    {
        for (var i = 0; i < words?.Count; i++)
        {
            if (words[i]?.ToString() is { } word && (Argument().IsMatch(word) || Value().IsMatch(word))) words[i] = Instead;
            else if (i > 0 && words[i - 1]?.ToString() is { } before && Flag().IsMatch(before)) words[i] = Instead;
        }
    }

    [GeneratedRegex(
        "pass|secret|token|key|cred|auth|private|cert|salt|dsn|conn|jwt|signature|webhook|_url$|_uri$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    /// <summary>Keys and certificates, web tokens, addresses with a password, mail addresses, long words of letters and digits.</summary>
    [GeneratedRegex(
        @"-----BEGIN|eyJ[\w-]{10,}\.|://[^/\s:@]*:[^/\s@]+@|[\w.+-]+@[\w-]+\.[\w.]+|AKIA[0-9A-Z]{12,}"
            + @"|(?=\S*[0-9])(?=\S*[a-z])(?=\S*[A-Z])[A-Za-z0-9+/_=-]{24,}")]
    private static partial Regex Value();

    [GeneratedRegex(@"(pass(word|wd)?|secret|token|key|credentials?|auth)[\w-]*=\S", RegexOptions.IgnoreCase)]
    private static partial Regex Argument();

    [GeneratedRegex(@"^--?[\w-]*(password|passwd|secret|token|api-?key|credentials?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Flag();
}

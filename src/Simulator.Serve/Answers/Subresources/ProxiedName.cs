namespace Simulator.Serve.Answers.Subresources;

/// <summary><c>name</c>, <c>name:port</c> or <c>scheme:name:port</c> (SplitSchemeNamePort in pkg/util/net/port_split.go).</summary>
internal static class ProxiedName
{
    public static (string Scheme, string Name, string Port) Split(string text) => text.Split(':') switch
    {
        [var scheme, var name, var port] => (scheme + ":", name, port),
        [var name, var port] => ("", name, port),
        _ => ("", text, ""),
    };
}

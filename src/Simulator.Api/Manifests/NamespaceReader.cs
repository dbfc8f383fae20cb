namespace Simulator.Api;

/// <summary>v1 Namespace.</summary>
internal static class NamespaceReader
{
    public static Namespace Read(FieldReader fields) => new() { Metadata = MetaReader.Read(fields, Scope.Cluster) };
}

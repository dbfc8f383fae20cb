using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>v1 ServiceAccount: its tokens are not simulated.</summary>
internal static class ServiceAccountReader
{
    public static ServiceAccount Read(FieldReader fields) => new() { Metadata = MetaReader.Read(fields, Scope.Namespaced) };
}

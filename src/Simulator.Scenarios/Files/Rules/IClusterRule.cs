using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Something that only a whole scenario can know: what its manifests ask for and its cluster cannot give.</summary>
internal interface IClusterRule
{
    IEnumerable<Omission> Check(ClusterView view);
}

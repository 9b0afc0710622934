"""Learn what comparing names needs from data: costs of sounds, rarity of parts, trees, the curve of probability."""

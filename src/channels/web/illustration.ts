/** Two tracks: the first leads back to one building, the second turns off to another. Colours come from the style sheet. */
export const ILLUSTRATION = `<svg class="illustration" viewBox="0 0 480 360" aria-hidden="true" focusable="false">
<rect class="sky" width="480" height="360"/>
<circle class="sun" cx="376" cy="82" r="34"/>
<path class="hill-far" d="M0 190c70-52 150-52 226-14 84 42 168 30 254-22v206H0z"/>
<path class="hill-near" d="M0 236c96-30 168-18 246 6 88 27 160 20 234-8v126H0z"/>
<g class="house">
<path class="wall" d="M84 118h76v78H84z"/><path class="roof" d="M74 122l48-38 48 38z"/>
<path class="door" d="M112 156h20v40h-20z"/><path class="pane" d="M94 134h14v14H94zM136 134h14v14h-14z"/>
</g>
<g class="house new">
<path class="wall" d="M338 148h92v68h-92z"/><path class="roof" d="M330 134h108v16H330z"/>
<path class="door" d="M374 180h20v36h-20z"/><path class="pane" d="M350 162h14v14h-14zM404 162h14v14h-14z"/>
</g>
<g class="track first">
<path class="rails" d="M148 352C140 300 126 262 122 200"/><path class="between" d="M148 352C140 300 126 262 122 200"/><path class="sleepers" d="M148 352C140 300 126 262 122 200"/>
</g>
<g class="track second">
<path class="rails" d="M148 352c6-86 226-48 236-134"/><path class="between" d="M148 352c6-86 226-48 236-134"/><path class="sleepers" d="M148 352c6-86 226-48 236-134"/>
</g>
<circle class="sign" cx="84" cy="262" r="17"/><text class="number" x="84" y="269">1</text>
<circle class="sign new" cx="312" cy="250" r="17"/><text class="number new" x="312" y="257">2</text>
</svg>`;
